"""Sheets of a campaign as files, Chinese whatever language the page is in: they are filed."""

from jinguo.campaigns.writers.form import Form
from jinguo.campaigns.writers.weekly_excel import weekly_excel
from jinguo.campaigns.writers.weekly_word import weekly_word

WEEKLY = {"docx": weekly_word, "xlsx": weekly_excel}
"""By the ending of the file."""

__all__ = ["WEEKLY", "Form"]
