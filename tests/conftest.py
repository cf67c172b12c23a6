"""What holds for every test."""

from hypothesis import HealthCheck, settings

from tests.shipped_content import compiled_folder

# How long an example takes says what else the machine does; a limit on it fails at random.
settings.register_profile(
    "steady", settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
)
settings.load_profile("steady")
# Named before the workers start, so that they share it.
compiled_folder()
