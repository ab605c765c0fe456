"""Reasoning through a model's chat template, and the proof in the prompt that the template took it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from .faults import Fault, input_fault, said
from .reasoning_switches import EFFORT_VARIABLE, EFFORTS, SWITCHES, THINK_MARKS, Setting, Switch, effort_setting

# A question for trying settings: the prompts are compared, and nothing else.
PROBE = "How many legs do seven spiders have?"

LONGEST_MEANS = 300

# (text of the user, setting) -> prompt.
Render = Callable[[str, Setting], str]


class Taken:
    """A setting that a template took, and how that was seen."""

    def __init__(self, setting: Setting, means: str) -> None:
        self.setting = setting
        self.means = means[:LONGEST_MEANS]


def rendering(tokenizer: Any) -> Render:
    """Writes a prompt by the tokenizer's chat template, ready for the answer. What it gives raises chat-template-broken."""

    def render(text: str, setting: Setting) -> str:
        messages = [] if setting.system is None else [{"role": "system", "content": setting.system}]
        messages.append({"role": "user", "content": text})
        with template_faults():
            return tokenizer.apply_chat_template(
                messages, tokenize=False, add_generation_prompt=True, **setting.variables
            )

    return render


@contextmanager
def template_faults() -> Iterator[None]:
    """Makes of whatever a chat template raises a fault of the input, code chat-template-broken."""
    try:
        yield
    except ImportError:
        # The library of templates is missing, which is no fault of this one.
        raise
    except Exception as error:  # Templates are programs of strangers.
        raise input_fault(
            "chat-template-broken",
            f"The chat template of the model cannot be rendered: {type(error).__name__}: {said(error)}",
            "Mend the chat template of the model's repository.",
        ) from error


def template_of(tokenizer: Any, model_id: str) -> str:
    """The source of the chat template.

    Raises a fault of the input, code chat-template-missing.
    """
    template = tokenizer.chat_template
    if isinstance(template, dict):
        template = template.get("default")
    if isinstance(template, str) and template.strip():
        return template
    raise input_fault(
        "chat-template-missing",
        f"The tokenizer of {model_id} has no chat template, so the model cannot be asked to reason or not to.",
        "Submit an instruction-tuned checkpoint with a chat template, or score the model on text-generation.",
    )


def take(render: Render, template: str, state: str, effort: str | None, model_id: str) -> Taken:
    """The setting that brings a state and an effort about, once the prompts prove that the template took it.

    Raises a fault of the input, code reasoning-not-taken, that names what the template does take.
    """
    working = [switch for switch in SWITCHES if switch.written.search(template) and works(render, switch)]
    if state == "off":
        taken = taken_off(render, template, working)
    elif effort is None:
        taken = taken_on(render, template, working)
    else:
        taken = taken_effort(render, template, working, effort)
    if taken is not None:
        return taken
    raise not_taken(render, template, working, state, effort, model_id)


def works(render: Render, switch: Switch) -> bool:
    """Whether a switch makes two prompts of which the one without thinking leaves no thought open."""
    on, off = attempt(render, switch.on), attempt(render, switch.off)
    if on is None or off is None or on == off:
        return False
    # A template that repeats a system message as it is has not taken it.
    if switch.off.system is not None and on.replace(str(switch.on.system), "") == off.replace(
        str(switch.off.system), ""
    ):
        return False
    if differs_by_value_alone(on, off, switch):
        return False
    return open_thought(off) is None and closed_thought(on) is None


def differs_by_value_alone(on: str, off: str, switch: Switch) -> bool:
    """Whether two prompts are the same but for a flag's or number's own value, printed and not acted on.

    Words are another matter: families write an effort into the prompt, and their models are trained on it.
    """
    values = [*switch.on.variables.values(), *switch.off.variables.values()]
    texts = {text for value in values if isinstance(value, int) for text in (str(value), str(int(value)))}
    if not texts:
        return False
    printed = re.compile("|".join(re.escape(text) for text in texts), re.IGNORECASE)
    return printed.sub("", on) == printed.sub("", off)


def attempt(render: Render, setting: Setting) -> str | None:
    """The probe's prompt, or None where the template refuses the setting."""
    try:
        return render(PROBE, setting)
    except Exception:  # Templates raise what they like.
        return None


def taken_off(render: Render, template: str, working: list[Switch]) -> Taken | None:
    """Thinking off: by a switch, or because there is none to turn off."""
    if working:
        off = working[0].off
        closed = closed_thought(render(PROBE, off))
        seen = (
            f"the prompt closes {closed} at once"
            if closed
            else "the prompt differs from the one with thinking and opens no thought"
        )
        return Taken(off, f"chat template with {off}; {seen}")
    if (
        open_thought(render(PROBE, Setting())) is None
        and not mentions_thought(template)
        and not efforts_of(render, template)
    ):
        return Taken(Setting(), "the model's chat template has no thinking mode")
    return None


def taken_on(render: Render, template: str, working: list[Switch]) -> Taken | None:
    """Thinking on: by a switch, or because the model always thinks."""
    if working:
        on = working[0].on
        opened = open_thought(render(PROBE, on))
        seen = f"the prompt opens {opened}" if opened else "the prompt differs from the one without thinking"
        return Taken(on, f"chat template with {on}; {seen}")
    opened = open_thought(render(PROBE, Setting()))
    if opened is not None:
        return Taken(Setting(), f"the chat template has no switch and opens {opened}: the model always thinks")
    if efforts_of(render, template):
        return Taken(Setting(), "the chat template takes an effort and has no off; it was left at its default effort")
    if mentions_thought(template):
        return Taken(Setting(), "the chat template handles thoughts and has no switch: the model always thinks")
    return None


def taken_effort(render: Render, template: str, working: list[Switch], effort: str) -> Taken | None:
    """Thinking on with an effort: each effort has to make a prompt of its own."""
    if effort not in efforts_of(render, template):
        return None
    setting = effort_setting(effort)
    # Where a switch exists beside the effort, it is thrown as well.
    for switch in working:
        both = switch.on.also(setting)
        if switch.name != "reasoning_effort" and attempt(render, both) is not None:
            setting = both
            break
    return Taken(setting, f"chat template with {setting}; low, medium and high make three prompts")


def efforts_of(render: Render, template: str) -> tuple[str, ...]:
    """The efforts that the template takes: all, or none."""
    if EFFORT_VARIABLE.search(template) is None:
        return ()
    prompts = [attempt(render, effort_setting(effort)) for effort in EFFORTS]
    return EFFORTS if None not in prompts and len(set(prompts)) == len(EFFORTS) else ()


def open_thought(prompt: str) -> str | None:
    """The mark of a thought that the prompt opens at its end, so that the answer begins inside of it."""
    for opens, closes in THINK_MARKS:
        if prompt.rfind(opens) > prompt.rfind(closes) and not prompt[prompt.rfind(opens) + len(opens) :].strip():
            return opens
    return None


def closed_thought(prompt: str) -> str | None:
    """The marks of an empty thought at the prompt's end, so that the answer begins after it."""
    tail = prompt.rstrip()
    for opens, closes in THINK_MARKS:
        if tail.endswith(closes):
            start = tail.rfind(opens)
            if start < 0 or not tail[start + len(opens) : -len(closes)].strip():
                return closes if start < 0 else f"{opens}{closes}"
    return None


def mentions_thought(template: str) -> bool:
    """Whether a template knows thoughts at all."""
    return any(opens in template or closes in template for opens, closes in THINK_MARKS[:-1])


def not_taken(
    render: Render, template: str, working: list[Switch], state: str, effort: str | None, model_id: str
) -> Fault:
    """The fault of a setting that the prompt does not show, with what the template does take."""
    wanted = f"reasoning {state}" + ("" if effort is None else f", effort {effort}")
    takes = ["state: on and state: off"] if working else []
    if efforts_of(render, template):
        takes.append(f"effort: {', '.join(EFFORTS)}" + ("" if working else " (it cannot be turned off)"))
    if not takes:
        always = taken_on(render, template, working) is not None
        takes.append(
            "state: on alone, since it always thinks" if always else "state: off alone, since it has no thinking mode"
        )
    return input_fault(
        "reasoning-not-taken",
        f"The chat template of {model_id} does not take {wanted}: its prompt shows nothing of it.",
        f"It takes {' and '.join(takes)}. Write that under reasoning in the submission.",
    )
