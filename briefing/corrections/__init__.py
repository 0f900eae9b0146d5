"""What a reader decided, laid over what the machine found: a human decision outranks the machine and outlives it.

    correction.py  the nouns: a decision about a statement or a stakeholder, with the words of the article it is about
    anchoring.py   these words found again, in the same text or in a changed one
    statements.py  decisions about statements laid over a Briefing
    stakeholders.py  decisions about stakeholders laid over a Briefing
    overlay.py     a Briefing and decisions in; the corrected Briefing, what was reviewed, and orphans out

The decisions are kept by `briefing.library.corrections`.
"""
