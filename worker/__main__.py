"""Starts the worker from its folder, installed or not: python -I worker"""

from ai_energy_score_worker.__main__ import main

main()
