"""What a plan is: frozen types without any input or output."""
