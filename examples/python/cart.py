"""Adds up what a customer wants to buy."""

import json


def total(text):
    """Reads a cart and adds up its prices, in cents."""
    return sum(item["price"] * item["count"] for item in json.loads(text))
