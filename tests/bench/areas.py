"""The area under the ROC curve; shared by the benches that hold an order against labels."""
import math


def area(values, relevant):
    """The chance that a relevant one of {name: value} stands before another, ties halved; NaN where there are none."""
    ordered = sorted(values, key=values.get)
    ranks, at = {}, 0
    while at < len(ordered):
        end = at
        while end < len(ordered) and values[ordered[end]] == values[ordered[at]]:
            end += 1
        for name in ordered[at:end]:
            ranks[name] = (at + end + 1) / 2
        at = end
    hits = [ranks[name] for name in values if name in relevant]
    others = len(values) - len(hits)
    return (sum(hits) - len(hits) * (len(hits) + 1) / 2) / (len(hits) * others) if hits and others else math.nan
