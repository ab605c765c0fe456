"""Reasoning through chat templates: each family's way is taken where the prompt proves it, and refused where it does not."""

import pytest
from conftest import code_of
from transformers import PreTrainedTokenizerFast

from ai_energy_score_worker.faults import Fault
from ai_energy_score_worker.reasoning import PROBE, Taken, rendering, take, template_of

TURNS = "{% for m in messages %}<|{{ m['role'] }}|>{{ m['content'] }}<|end_of_turn|>{% endfor %}"
ANSWER = "{% if add_generation_prompt %}<|assistant|>"

# Written after how each family's template behaves, cut down to what concerns thinking.
TEMPLATES = {
    "empty thought": TURNS
    + ANSWER
    + "{% if enable_thinking is defined and not enable_thinking %}<think>\n\n</think>\n\n{% endif %}{% endif %}",
    "opened thought": TURNS + ANSWER + "{% if thinking %}<think>{% else %}</think>{% endif %}{% endif %}",
    "system text": "{% if thinking %}<|system|>Think before you answer, between <think> and </think>.{% endif %}"
    + TURNS
    + ANSWER
    + "{% endif %}",
    "budget": "{% if thinking_budget is defined and thinking_budget == 0 %}<|system|>Do not think.{% endif %}"
    + TURNS
    + ANSWER
    + "{% endif %}",
    "slash in the system message": (
        "{% set ns = namespace(thinks=true) %}{% for m in messages %}{% if '/no_think' in m['content'] %}{% set ns.thinks = false %}{% endif %}"
        "<|{{ m['role'] }}|>{{ m['content'].replace('/no_think', '').replace('/think', '') }}{% endfor %}"
        + ANSWER
        + "{% if ns.thinks %}<think>\n{% else %}<think></think>{% endif %}{% endif %}"
    ),
    "effort none": (
        "{% if reasoning_effort is not defined %}{% set reasoning_effort = 'none' %}{% endif %}<|system|>effort {{ reasoning_effort }}"
        + TURNS
        + ANSWER
        + "{% endif %}"
    ),
    "effort": (
        "{% if reasoning_effort is not defined %}{% set reasoning_effort = 'medium' %}{% endif %}<|system|>Reasoning: {{ reasoning_effort }}\n"
        + TURNS
        + ANSWER
        + "{% endif %}"
    ),
    "always": TURNS + ANSWER + "<think>\n{% endif %}",
    "always, untold": "{% for m in messages %}{{ m['content'].split('</think>')[-1] }}{% endfor %}"
    + ANSWER
    + "{% endif %}",
    "never": TURNS + ANSWER + "{% endif %}",
    # It repeats every system message, so a prompt with /no_think in it proves nothing.
    "echo": "{# /no_think is for others #}" + TURNS + ANSWER + "{% endif %}",
    # It names the variable and does nothing with it.
    "pretender": "{% set seen = enable_thinking %}" + TURNS + ANSWER + "{% endif %}",
    # They print the flag and act on it in no way.
    "printer": "enable_thinking={{ enable_thinking }}" + TURNS + ANSWER + "{% endif %}",
    "printer of JSON": '{"thinking": {{ thinking | default(false) | tojson }}}' + TURNS + ANSWER + "{% endif %}",
    "printer of numbers": "budget={{ thinking_budget }}" + TURNS + ANSWER + "{% endif %}",
    # It prints the flag and opens a thought as well.
    "printer that thinks": "enable_thinking={{ enable_thinking }}"
    + TURNS
    + ANSWER
    + "{% if enable_thinking %}<think>{% endif %}{% endif %}",
}


def taken(kind: str, state: str, effort: str | None = None) -> tuple[Taken, str]:
    """What a template took, and the prompt that it makes of the probe."""
    tokenizer = tokenizer_with(TEMPLATES[kind])
    render = rendering(tokenizer)
    result = take(render, template_of(tokenizer, "org/model"), state, effort, "org/model")
    return result, render(PROBE, result.setting)


def tokenizer_with(template: str | None) -> PreTrainedTokenizerFast:
    """A tokenizer with a chat template."""
    from tiny_tokenizers import text_tokenizer

    return text_tokenizer(chat_template=template)


@pytest.mark.parametrize(
    "kind",
    [
        "empty thought",
        "opened thought",
        "system text",
        "budget",
        "slash in the system message",
        "effort none",
        "printer that thinks",
    ],
)
def test_a_switch_turns_thinking_on_and_off_in_the_prompt(kind: str) -> None:
    on, prompt_on = taken(kind, "on")
    off, prompt_off = taken(kind, "off")
    assert prompt_on != prompt_off
    assert not prompt_off.rstrip().endswith("<think>")
    assert "chat template with" in on.means
    assert "chat template with" in off.means


def test_the_empty_thought_is_what_the_record_tells_of() -> None:
    off, prompt = taken("empty thought", "off")
    assert off.setting.variables == {"enable_thinking": False}
    assert off.means == "chat template with enable_thinking=False; the prompt closes <think></think> at once"
    assert prompt.endswith("<think>\n\n</think>\n\n")


def test_the_opened_thought_is_what_the_record_tells_of() -> None:
    on, prompt = taken("opened thought", "on")
    assert on.means == "chat template with thinking=True; the prompt opens <think>"
    assert prompt.endswith("<think>")


@pytest.mark.parametrize("effort", ["low", "medium", "high"])
def test_each_effort_makes_a_prompt_of_its_own(effort: str) -> None:
    result, prompt = taken("effort", "on", effort)
    assert f"Reasoning: {effort}\n" in prompt
    assert result.setting.variables == {"reasoning_effort": effort}


def test_an_effort_left_open_is_the_templates_own() -> None:
    result, prompt = taken("effort", "on")
    assert "Reasoning: medium\n" in prompt
    assert "default effort" in result.means


def test_a_model_that_always_thinks_needs_no_switch() -> None:
    assert "always thinks" in taken("always", "on")[0].means
    assert "always thinks" in taken("always, untold", "on")[0].means


def test_a_model_without_thinking_needs_no_switch_to_be_off() -> None:
    assert taken("never", "off")[0].means == "the model's chat template has no thinking mode"


@pytest.mark.parametrize(
    ("kind", "state", "effort", "takes"),
    [
        ("never", "on", None, "state: off alone"),
        ("never", "on", "low", "state: off alone"),
        ("echo", "on", None, "state: off alone"),
        ("pretender", "on", None, "state: off alone"),
        ("printer", "on", None, "state: off alone"),
        ("printer of JSON", "on", None, "state: off alone"),
        ("printer of numbers", "on", None, "state: off alone"),
        ("always", "off", None, "state: on alone"),
        ("always, untold", "off", None, "state: on alone"),
        ("effort", "off", None, "effort: low, medium, high (it cannot be turned off)"),
        ("empty thought", "on", "high", "state: on and state: off"),
    ],
)
def test_a_setting_that_the_prompt_does_not_show_is_an_error_that_names_what_is_taken(
    kind: str, state: str, effort: str | None, takes: str
) -> None:
    with pytest.raises(Fault) as error:
        taken(kind, state, effort)
    assert code_of(error) == "input/reasoning-not-taken"
    assert takes in error.value.mend


def test_a_tokenizer_without_a_chat_template_is_an_error() -> None:
    with pytest.raises(Fault) as error:
        template_of(tokenizer_with(None), "org/model")
    assert code_of(error) == "input/chat-template-missing"


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("{% include '/etc/passwd' %}", "no loader for this environment"),
        ("{{ ''.__class__.__mro__ }}", "SecurityError"),
        ("{% if %}", "TemplateSyntaxError"),
        ("{{ raise_exception('Not\nfor you.') }}", "Not for you."),
        ("{{ messages[0].content / 2 }}", "TypeError"),
    ],
)
@pytest.mark.parametrize(("state", "effort"), [("on", None), ("on", "low"), ("off", None)])
def test_a_template_that_cannot_be_rendered_is_the_submitters_to_mend(
    template: str, says: str, state: str, effort: str | None
) -> None:
    with pytest.raises(Fault) as error:
        take(rendering(tokenizer_with(template)), template, state, effort, "org/model")
    assert code_of(error) == "input/chat-template-broken"
    assert says in error.value.message
    assert "\n" not in error.value.message
    assert error.value.mend == "Mend the chat template of the model's repository."
