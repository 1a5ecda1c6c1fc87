"""A logistic regression whose signs are given. Comes in: rows of features, labels. Goes out: a table for Regression.

A likeness may only speak for, a conflict only against: so a person can read the weights, and more likeness never lowers
the score. L2 penalty on standardised features, by L-BFGS-B with bounds. Needs scipy.
"""

import numpy as np
from scipy.optimize import minimize

DIGITS = 4
SAME = 1e-6  # a feature that never varies says nothing


def fit(rows, labels, signs, penalty):
    """``rows``: a mapping of features each; ``signs``: feature -> 1, -1 or 0 (either way); ``penalty``: how strong."""
    names = sorted(signs)
    values = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    wanted = np.array(labels, dtype=float)
    centre, scale = values.mean(0), values.std(0) + 1e-9
    weights, bias = _minimum((values - centre) / scale, wanted, [signs[name] for name in names], penalty)
    features = {
        name: {"weight": round(w, DIGITS), "centre": round(c, DIGITS), "scale": round(s, DIGITS)}
        for name, w, c, s in zip(names, weights.tolist(), centre.tolist(), scale.tolist(), strict=True)
        if s > SAME and round(w, DIGITS)
    }
    return {"bias": round(float(bias), DIGITS), "features": features}


def _minimum(values, wanted, signs, penalty):
    def loss(parameters):
        weights = parameters[1:]
        odds = values @ weights + parameters[0]
        error = 1 / (1 + np.exp(-odds)) - wanted
        total = np.logaddexp(0, odds).sum() - wanted @ odds + penalty * (weights @ weights) / 2
        return total, np.concatenate([[error.sum()], values.T @ error + penalty * weights])

    bounds = [(None, None)] + [{1: (0, None), -1: (None, 0), 0: (None, None)}[sign] for sign in signs]
    best = minimize(loss, np.zeros(values.shape[1] + 1), jac=True, method="L-BFGS-B", bounds=bounds)
    return best.x[1:], best.x[0]
