"""What may not be said in public: found by its shape, or because the case knows it."""
