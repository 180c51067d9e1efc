"""Sentences one after the other, in Chinese and in English."""

from jinguo.kernel.text import sentences


def test_only_english_sentences_have_a_space_between_them() -> None:
    assert sentences("没有这个单位。", "请改正。") == "没有这个单位。请改正。"
    assert sentences("No such unit.", "Correct it.") == "No such unit. Correct it."


def test_an_empty_sentence_leaves_no_trace() -> None:
    assert sentences("没有这个单位。", "") == "没有这个单位。"
    assert sentences("", "Correct it.") == "Correct it."
