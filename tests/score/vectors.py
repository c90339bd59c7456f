"""Worked figures of the method's vectors, copied: shared/vectors/method.json, made with scipy, statsmodels and R."""

TOLERANCE = 5e-05

#: V16: exact Poisson limits from scipy.stats.chi2; from 10 up Byar's may differ by 0.02.
V16 = {
    0: (0.0, 3.6889),
    3: (0.6187, 8.7673),
    9: (4.1154, 17.0848),
    10: (4.7954, 18.3904),
    12: (6.2006, 20.9616),
    40: (28.5766, 54.4686),
}
V16_TOLERANCE = 0.02

#: V17: (before, days before, now, days now) -> (low, high, expected share, word); statsmodels.
V17 = {
    (9, 91, 3, 92): (0.0889, 0.5323, 0.5027, "no clear change"),
    (20, 90, 6, 92): (0.1103, 0.4205, 0.5055, "fewer"),
    (4, 92, 4, 90): (0.2152, 0.7848, 0.4945, "no clear change"),
}

#: V18: (target, limit, duration) -> score; numpy.interp in log2 space.
V18: dict[tuple[float, float, float], float] = {
    (0.5, 24, 0.25): 100.0,
    (0.5, 24, 0.5): 100.0,
    (0.5, 24, 0.26666666666666666): 100.0,
    (0.5, 24, 0.48333333333333334): 100.0,
    (0.5, 24, 2.0166666666666666): 63.9752,
    (0.5, 24, 4): 46.2843,
    (0.5, 24, 12): 17.9052,
    (0.5, 24, 24): 0.0,
    (0.5, 24, 36): 0.0,
    (24, 72, 12): 100.0,
    (24, 72, 36): 63.093,
    (24, 72, 48): 36.907,
    (24, 72, 72): 0.0,
    (7, 30, 5): 100.0,
    (7, 30, 10): 75.4911,
    (7, 30, 14): 52.3704,
    (7, 30, 21): 24.5089,
    (7, 30, 30): 0.0,
}

#: V19: (durations, ended) and the median; exact fractions, lifelines and R survival agree on the last two.
V19: list[tuple[list[float], list[int], float | None]] = [
    ([2, 3, 3, 5, 8, 13, 20, 30], [1, 1, 1, 1, 0, 1, 0, 0], 5.0),
    ([2, 4, 6, 9], [1, 1, 1, 1], 4.0),
    ([5, 9, 12], [1, 0, 0], None),
    ([1, 2, 4, 6, 9], [1, 0, 1, 1, 0], 6.0),
    ([0.2, 0.5, 0.7, 1.1, 2.0, 3.5], [1, 1, 0, 1, 1, 0], 1.1),
]

#: V20: (hours, open) at target 0.5 h and limit 24 h -> (score, provisional); numpy.interp.
V20 = {(6.0, True): (35.8104, True), (20.0, True): (4.7097, True), (30.0, False): (0.0, False)}

#: V21: flags (None: does not apply) with class weights -> share, low, high (0 to 100), Kish n; numpy and statsmodels.
V21_FLAGS = (True, True, False, None, True)
V21_SEVERITIES = ("critical", "major", "minor", "critical", "minor")
V21 = (92.8571, 33.1696, 99.7072, 2.3902)
#: 350 minor cases told, 3 critical ones not.
V21_DROWNING = 20.0

#: V22: indicator values and weights by pillar, pillar weights, and what comes of them; R COINr a_amean.
V22_VALUES: dict[str, dict[str, float | None]] = {
    "A": {"first": 72.0, "told_first": 66.7, "direct": 80.0},
    "B": {"silence": 55.0, "promises": 75.0, "todo": 100.0},
    "C": {"fault": 100.0, "published": 50.0, "when": 61.0},
    "D": {"actions": 70.0, "repeat": 100.0, "corrections": None},
    "E": {"answers": 88.0, "closed": 60.0, "risks": 90.0, "promises": 80.0, "checks": 100.0, "calendar": 100.0},
}
V22_WEIGHTS: dict[str, dict[str, int]] = {
    "A": {"first": 2, "told_first": 1, "direct": 1},
    "B": {"silence": 1, "promises": 1, "todo": 1},
    "C": {"fault": 2, "published": 1, "when": 1},
    "D": {"actions": 2, "repeat": 1, "corrections": 1},
    "E": {"answers": 2, "closed": 1, "risks": 1, "promises": 1, "checks": 1, "calendar": 1},
}
V22_PILLAR_WEIGHTS = {"A": 30, "B": 20, "C": 20, "D": 15, "E": 15}
V22_PILLARS = {"A": 72.675, "B": 76.6667, "C": 77.75, "D": 80.0, "E": 86.5714}
V22_TOTAL = 77.6715
V22_NO_INCIDENT_COVERAGE = 0.15
V22_CAPPED = 40.0
