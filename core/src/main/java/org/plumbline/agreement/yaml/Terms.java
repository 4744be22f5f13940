package org.plumbline.agreement.yaml;

/**
 * The decoders of values and small constructs (language.md 3), which know each other: a condition
 * may hold a moment, a moment a condition.
 *
 * @param types types of the fields that conditions may name
 */
record Terms(Reading reading, Scalars scalars, Literals literals, FieldTypes types) {

  static Terms of(Reading reading) {
    Scalars scalars = new Scalars(reading);
    return new Terms(reading, scalars, new Literals(scalars), FieldTypes.UNKNOWN);
  }

  /** The same decoders over these fields. */
  Terms over(FieldTypes others) {
    return new Terms(reading, scalars, literals, others);
  }

  Conditions conditions() {
    return new Conditions(this);
  }

  Moments moments() {
    return new Moments(this);
  }

  VaryingValues varying() {
    return new VaryingValues(this);
  }
}
