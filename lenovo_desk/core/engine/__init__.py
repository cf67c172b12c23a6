"""The rules: decide an intent, fold an event, gates, waits and deadlines."""
