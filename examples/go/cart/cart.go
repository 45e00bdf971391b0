// Package cart adds up what a customer wants to buy.
package cart

import "encoding/json"

// Item is one line of a cart. Prices are in cents.
type Item struct {
	Name  string `json:"name"`
	Price int    `json:"price"`
	Count int    `json:"count"`
}

// Total reads a cart and adds up its prices.
func Total(data []byte) (int, error) {
	var items []Item
	if err := json.Unmarshal(data, &items); err != nil {
		return 0, err
	}
	sum := 0
	for _, item := range items {
		sum += item.Price * item.Count
	}
	return sum, nil
}
