"""A phrase or number as a QR code for the phone."""
