"""A small editor of several lines, made of Textual's."""
