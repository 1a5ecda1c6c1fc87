"""A logistic regression as beside.regression reads it. Comes in: features, labels. Goes out: log-odds, a table."""

import numpy as np
from sklearn.linear_model import LogisticRegression


class Linear:
    """Fitted on standardised features. ``strength``: the less, the smaller the weights; ``counted``: of each row."""

    def __init__(
        self, names: list[str], values: np.ndarray, labels: list, strength: float, counted: np.ndarray | None = None
    ) -> None:
        self.names, self.centre, self.scale = names, values.mean(0), values.std(0) + 1e-6
        model = LogisticRegression(C=strength, max_iter=3000)
        model.fit((values - self.centre) / self.scale, labels, counted)
        self.weights, self.bias = model.coef_[0], float(model.intercept_[0])

    def odds(self, values: np.ndarray) -> np.ndarray:
        """Log-odds of each row."""
        return (values - self.centre) / self.scale @ self.weights + self.bias

    def calibrate(self, slope: float, shift: float) -> None:
        """So that odds are odds."""
        self.weights, self.bias = self.weights * slope, self.bias * slope + shift

    def table(self) -> dict:
        """For the file, and a person to review."""
        facts = zip(self.names, self.weights, self.centre, self.scale, strict=True)
        features = {n: {"weight": digits(w), "centre": digits(c), "scale": digits(s)} for n, w, c, s in facts}
        return {"bias": digits(self.bias), "features": features}


def digits(value: float) -> float:
    """Four that count."""
    return float(f"{value:.4g}")
