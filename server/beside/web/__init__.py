"""The web room: the service on 127.0.0.1. Comes in: a Reader and a Home. Goes out: a Flask app behind one gate.

``factory.create_app`` builds it, ``serving.serve`` runs it; ``answers.answer_json`` words an Answer as JSON and
needs no Flask, so the command line uses it too.
"""
