"""How families of chat templates take reasoning: a table. Nothing in it is believed: reasoning.py tries each in the prompt."""

import re
from dataclasses import dataclass, field
from typing import Any

EFFORTS = ("low", "medium", "high")


@dataclass(frozen=True)
class Setting:
    """What is given to a template: variables, and a system message."""

    variables: dict[str, Any] = field(default_factory=dict)
    system: str | None = None

    def also(self, other: "Setting") -> "Setting":
        """Both settings together."""
        return Setting({**self.variables, **other.variables}, other.system or self.system)

    def __str__(self) -> str:
        told = [f"{name}={value!r}" for name, value in self.variables.items()]
        if self.system is not None:
            told.append(f"the system message {self.system!r}")
        return " and ".join(told) or "nothing"


@dataclass(frozen=True)
class Switch:
    """Turns thinking on and off in the templates of some families."""

    name: str
    # A template that takes the switch has this in its source.
    written: re.Pattern[str]
    on: Setting
    off: Setting
    families: str


def word(text: str) -> re.Pattern[str]:
    """The text as a name of its own."""
    return re.compile(rf"(?<![\w.]){re.escape(text)}(?!\w)")


SWITCHES = (
    Switch(
        "enable_thinking",
        word("enable_thinking"),
        Setting({"enable_thinking": True}),
        Setting({"enable_thinking": False}),
        "Qwen3, SmolLM3, Hunyuan, GLM-4.5, EXAONE 4, Nemotron 3, Gemma 4",
    ),
    Switch(
        "thinking",
        word("thinking"),
        Setting({"thinking": True}),
        Setting({"thinking": False}),
        "Granite 3, DeepSeek V3.1, Kimi K2.5",
    ),
    Switch("thinking_budget", word("thinking_budget"), Setting(), Setting({"thinking_budget": 0}), "Seed-OSS"),
    Switch(
        "reasoning_effort",
        # Where none is a value of its own; a template that prints any value takes no such switch.
        re.compile(r"reasoning_effort[\s\S]*['\"]none['\"]|['\"]none['\"][\s\S]*reasoning_effort"),
        Setting({"reasoning_effort": "high"}),
        Setting({"reasoning_effort": "none"}),
        "Mistral Small 4",
    ),
    Switch("/no_think", word("/no_think"), Setting(system="/think"), Setting(system="/no_think"), "Nemotron Nano 2"),
    Switch(
        "detailed thinking",
        re.compile("detailed thinking o(n|ff)"),
        Setting(system="detailed thinking on"),
        Setting(system="detailed thinking off"),
        "Llama Nemotron, Ling",
    ),
)

# How much a model thinks: gpt-oss and others that read the same variable.
EFFORT_VARIABLE = word("reasoning_effort")


def effort_setting(effort: str) -> Setting:
    """What asks for an effort."""
    return Setting({"reasoning_effort": effort})


# How families mark thinking in their prompts: what opens it, what closes it.
THINK_MARKS = (
    ("<think>", "</think>"),
    ("[THINK]", "[/THINK]"),
    ("<seed:think>", "</seed:think>"),
    ("<thought>", "</thought>"),
    ("<thinking>", "</thinking>"),
    ("◁think▷", "◁/think▷"),
    ("<|START_THINKING|>", "<|END_THINKING|>"),
    ("<|channel>thought", "<channel|>"),
    ("<|channel|>analysis", "<|end|>"),
)
