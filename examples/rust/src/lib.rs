//! Adds up what a customer wants to buy.

/// Reads a cart, one `name,price,count` a line, and adds up its prices, in cents.
pub fn total(text: &str) -> u64 {
    text.lines().filter_map(line_total).sum()
}

#[inline(never)]
fn line_total(line: &str) -> Option<u64> {
    let mut fields = line.split(',').skip(1);
    let price: u64 = fields.next()?.parse().ok()?;
    let count: u64 = fields.next()?.parse().ok()?;
    Some(price * count)
}
