"""Addresses of imports."""

from django.urls import path

from jinguo.web.imports.views import applied, decisions, draft, sheet, start

app_name = "imports"

urlpatterns = [
    path("", start.start, name="start"),
    path("<int:draft_id>/", draft.draft, name="draft"),
    path("<int:draft_id>/sheet/<int:file_number>/<int:sheet_number>/", sheet.sheet, name="sheet"),
    path("<int:draft_id>/correct/", decisions.correct, name="correct"),
    path("<int:draft_id>/answer/", decisions.answer, name="answer"),
    path("<int:draft_id>/leave-out/", decisions.leave_out, name="leave_out"),
    path("<int:draft_id>/day/", decisions.day, name="day"),
    path("<int:draft_id>/discard/", decisions.discard, name="discard"),
    path("<int:draft_id>/apply/", decisions.apply, name="apply"),
    path("batches/<int:batch_id>/", applied.batch, name="batch"),
    path("batches/<int:batch_id>/undo/", applied.undo, name="undo"),
]
