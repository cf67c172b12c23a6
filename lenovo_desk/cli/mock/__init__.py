"""Commands for trainers and trainees."""
