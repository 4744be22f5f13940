"""Working time by pandas and numpy, over the pairs that Beside drew: question|side|pairs|seconds|answer."""
import sys
import time

try:
    import numpy as np
    import pandas as pd
    from pandas.tseries.offsets import CustomBusinessHour
except ImportError as missing:
    print("pandas and numpy left out:", missing, "(Debian: python3-pandas)")
    sys.exit(0)

ROUNDS = 3
SLOW = 2000  # an offset is added one by one; more pairs tell nothing new

folder = sys.argv[1]
pairs = pd.read_csv(folder + "/pairs.csv", parse_dates=["begun", "ended"])
holidays = [line.strip() for line in open(folder + "/holidays.csv") if line.strip()]


def told(question, side, count, of):
    runs = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        answer = of()
        runs.append(time.perf_counter() - begun)
    print("%s|%s|%d|%.6f|%d" % (question, side, count, sorted(runs)[ROUNDS // 2], answer), flush=True)


begun = pairs["begun"].to_numpy().astype("datetime64[D]")
ended = pairs["ended"].to_numpy().astype("datetime64[D]")
told("workdays", "numpy " + np.__version__ + ", busday_count", len(pairs),
     lambda: int(np.busday_count(begun, ended, holidays=holidays).sum()))

hours = CustomBusinessHour(8, start=["08:00", "12:30"], end=["12:00", "17:00"], holidays=holidays)
few = [value.tz_localize("America/New_York") for value in pairs["begun"][:SLOW]]


def due():
    # Local time is what the offset counts; the instant is what is compared.
    return sum(int((value.tz_localize(None) + hours).tz_localize("America/New_York").timestamp())
               for value in few)


told("due after 8 hours", "pandas " + pd.__version__ + ", CustomBusinessHour", len(few), due)
