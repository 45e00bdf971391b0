import { shortenings } from './split-name.ts';
import { visibleText } from './visible-text.ts';

/** Text that fits a box: the package in normal weight, then the function in bold. */
export interface FittedLabel {
  readonly prefix: string;
  readonly function: string;
  readonly width: number;
}

export interface TextMeasure {
  normal(text: string): number;
  bold(text: string): number;
}

const NOTHING: FittedLabel = { prefix: '', function: '', width: 0 };

/** Finds the longest form of a name that fits, and remembers each form's width: a picture asks for the same names again and again. */
export class LabelFitter {
  private readonly measure: TextMeasure;
  private readonly forms = new Map<string, readonly FittedLabel[]>();

  constructor(measure: TextMeasure) {
    this.measure = measure;
  }

  /** The longest form up to `room` pixels; the shortest one cut with "…" where none fits; nothing where not even three letters do. */
  fit(name: string, room: number): FittedLabel {
    const forms = this.formsOf(name);
    return forms.find((form) => form.width <= room) ?? this.cut(forms[forms.length - 1], room);
  }

  /** Width of the shortest form. */
  shortest(name: string): number {
    const forms = this.formsOf(name);
    return forms[forms.length - 1].width;
  }

  private formsOf(name: string): readonly FittedLabel[] {
    let forms = this.forms.get(name);
    if (forms === undefined) {
      forms = shortenings(name.slice(0, 2000)).map((form) => {
        const prefix = visibleText(form.prefix);
        const text = visibleText(form.function);
        return { prefix, function: text, width: this.measure.normal(prefix) + this.measure.bold(text) };
      });
      this.forms.set(name, forms);
    }
    return forms;
  }

  private cut(form: FittedLabel, room: number): FittedLabel {
    const letters = Math.floor((form.function.length * room) / form.width);
    for (let kept = letters; kept >= 3; kept--) {
      const text = `${form.function.slice(0, kept).trimEnd()}…`;
      const width = this.measure.bold(text);
      if (width <= room) return { prefix: '', function: text, width };
    }
    return NOTHING;
  }
}
