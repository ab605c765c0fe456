"""How models of each family of tasks are loaded, prepared for and asked."""
