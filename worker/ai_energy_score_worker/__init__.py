"""The reference worker of the AI Energy Score: what runs a model with PyTorch, transformers and diffusers."""

__version__ = "1.0.0"
