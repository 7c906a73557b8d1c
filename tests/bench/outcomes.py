"""What a run of `resumax resume parse FILE --json` came to; shared by the benches."""
import json


def outcome_of(code, out, err):
    """"parsed", the error's code, or how the run broke what the program promises."""
    outcome = f"EXIT {code}"
    try:
        if code == 0:
            return "parsed" if isinstance(json.loads(out), dict) else "BAD JSON"
        if code == 3:
            return json.loads(out or err)["error"]["code"]
    except (ValueError, KeyError, TypeError):
        outcome += " without a code"
    return outcome
