"""Does a fixed amount of work, so that profiles of two versions can be compared. ROUNDS makes it shorter or longer."""

import json
import os

from cart import total

cart = json.dumps([{"name": "a thing of some length", "price": i, "count": 2} for i in range(200)])
print(sum(total(cart) for _ in range(int(os.environ.get("ROUNDS", "20000")))))
