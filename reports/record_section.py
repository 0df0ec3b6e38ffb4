"""What is recorded about the assessment itself, and the method note."""

from __future__ import annotations

from datetime import datetime

from assessments.assessment import Scope
from assessments.wording_figures import percent
from reports.catalogue import long_date, method_paragraphs, printed
from reports.contents import Contents
from reports.headings import under_heading
from reports.strips import Strip, paragraph, space
from reports.style import BODY, QUIET
from reports.table import Cell, Column, table
from reports.text import text


def record_section(contents: Contents) -> list[Strip]:
    """Return who, when, how much and what happened since, as label and value; what is not given is left out."""
    width = contents.frame.width
    entries = [*_about_partner(contents), *_about_assessment(contents)]
    rows = [[Cell(printed(key), QUIET), Cell(value, BODY)] for key, value in entries if value.strip()]
    return [*under_heading(printed("record"), table([Column(0, 140), Column(150, width - 150)], (), rows)), space(12)]


def method_section(contents: Contents) -> list[Strip]:
    """Return the method note with its limits."""
    width = contents.frame.width
    strips: list[Strip] = []
    for words in method_paragraphs():
        strips += [*paragraph(words, BODY, width), space(6)]
    return strips


def _about_partner(contents: Contents) -> list[tuple[str, str]]:
    assessment = contents.assessment
    partner = assessment.partner
    own_type = ""
    if partner.type != assessment.partner_type:
        own_type = assessment.questionnaire.partner_types.get(partner.type, partner.type)
    return [
        ("partner", text(partner.name)),
        ("record_type", contents.type_word),
        ("record_own_type", text(own_type)),
        ("record_country", text(partner.country)),
        ("record_website", text(partner.website)),
        ("record_contact", text(partner.contact)),
        ("record_tags", text(", ".join(partner.tags))),
    ]


def _about_assessment(contents: Contents) -> list[tuple[str, str]]:
    assessment = contents.assessment
    result = contents.result
    questionnaire = assessment.questionnaire
    scope = "scope_quick" if assessment.scope is Scope.QUICK else "scope_full"
    entries = [
        ("record_id", str(assessment.id)),
        ("record_scope", printed(scope, count=len(result.in_scope))),
        ("record_assessor", text(assessment.assessor.name)),
        ("record_for", text(assessment.own_name)),
        ("record_begun", _day(contents, assessment.created_at)),
        ("record_finished", _finished(contents)),
        ("record_as_of", long_date(result.as_of)),
    ]
    if result.overall:
        coverage = printed(
            "coverage_value", coverage=percent(result.overall.coverage), evidenced=percent(result.overall.evidenced)
        )
        entries.append(("record_coverage", coverage))
    gut = assessment.gut_feeling
    gut_words = printed("gut_none") if gut is None else printed("gut_value", points=gut)
    version = text(f"{questionnaire.title} {questionnaire.version}")
    entries += [
        ("record_gut", gut_words),
        ("record_reopened", _reopened(contents)),
        ("record_questionnaire", printed("record_questionnaire_value", title=version, hash=questionnaire.content_hash)),
        ("record_fingerprint", contents.fingerprint),
    ]
    return entries


def _day(contents: Contents, moment: datetime) -> str:
    """Return the day of a moment before the as-of day or on it; in UTC it may already be the next one."""
    return long_date(min(moment.date(), contents.result.as_of))


def _finished(contents: Contents) -> str:
    day = contents.assessment.finished_on
    return long_date(day) if day else printed("not_finished")


def _reopened(contents: Contents) -> str:
    """Return one line for each reopening, oldest first."""
    entries = [
        printed("reopened_entry", day=_day(contents, again.at), reason=text(again.reason))
        for again in contents.assessment.reopenings
    ]
    return "\n".join(entries) or printed("reopened_never")
