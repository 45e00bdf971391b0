package cart

import (
	"encoding/json"
	"testing"
)

func BenchmarkTotal(b *testing.B) {
	items := make([]Item, 200)
	for i := range items {
		items[i] = Item{Name: "a thing of some length", Price: i, Count: 2}
	}
	data, err := json.Marshal(items)
	if err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		if _, err := Total(data); err != nil {
			b.Fatal(err)
		}
	}
}
