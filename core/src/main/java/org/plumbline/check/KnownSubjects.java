package org.plumbline.check;

import java.util.Optional;
import org.plumbline.agreement.Field;

/** What is known of subjects before any condition is read. */
final class KnownSubjects {

  private KnownSubjects() {}

  /** Of a case of a record set. */
  static Cells.Known of(SetView set) {
    return known(set, Optional.empty());
  }

  /** Of a case of a record set, a number without unit taken for a whole one. */
  static Cells.Known inWholeNumbers(SetView set) {
    return known(set, Optional.of(Long.MIN_VALUE));
  }

  private static Cells.Known known(SetView set, Optional<Long> ofNumbers) {
    return new Cells.Known() {
      @Override
      public boolean isFlag(String subject) {
        return isOf(subject, Field.Type.FLAG);
      }

      @Override
      public Optional<Long> wholeFrom(String subject) {
        return isOf(subject, Field.Type.NUMBER) ? ofNumbers : Optional.empty();
      }

      private boolean isOf(String subject, Field.Type type) {
        return set.field(subject).filter(field -> field.type() == type).isPresent();
      }
    };
  }

  /** Of a result: how often in a row is a whole number from 1, cases are counted from 0. */
  static Cells.Known ofResults() {
    return new Cells.Known() {
      @Override
      public boolean isFlag(String subject) {
        return false;
      }

      @Override
      public Optional<Long> wholeFrom(String subject) {
        return switch (subject) {
          case "repeat" -> Optional.of(1L);
          case "cases" -> Optional.of(0L);
          default -> Optional.empty();
        };
      }
    };
  }
}
