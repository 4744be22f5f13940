package org.plumbline.replay;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;

/**
 * A kept past as bytes: what was counted, then clocks as sorted numbers, each but the first as what
 * it is more than the one before. Who keeps the bytes sees to it that they are read back whole, for
 * the same text and the same records.
 */
public final class KeptPastFormat {

  private static final int SEVEN = 7;
  private static final int LOW = 0x7f;
  private static final int MORE = 0x80;

  private KeptPastFormat() {}

  /** Writes a past. */
  public static void write(KeptPast past, OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(past.counted().size());
    for (Measurement each : past.counted()) {
      write(each, out);
    }
    out.writeInt(past.clocks().size());
    for (Map.Entry<String, KeptClock> each : past.clocks().entrySet()) {
      text(each.getKey(), out);
      each.getValue().write(out);
    }
    out.flush();
  }

  /**
   * Reads a past.
   *
   * @param text that it was counted by
   * @throws IOException if the bytes are not those of a past of this text
   */
  public static KeptPast read(InputStream stream, Agreement text) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    List<Measurement> counted = new ArrayList<>();
    int measured = in.readInt();
    for (int i = 0; i < measured; i++) {
      counted.add(measurement(in));
    }
    Map<String, KeptClock> clocks = new LinkedHashMap<>();
    int kept = in.readInt();
    for (int i = 0; i < kept; i++) {
      String id = text(in);
      Metric metric = text.metrics().get(id);
      if (metric == null) {
        throw new IOException("no metric " + id);
      }
      clocks.put(id, KeptClock.read(in, text, id, metric));
    }
    return new KeptPast(counted, clocks);
  }

  private static void write(Measurement each, DataOutputStream out) throws IOException {
    text(each.metric(), out);
    text(each.period().name(), out);
    out.writeLong(each.period().from().toEpochDay());
    out.writeLong(each.period().until().toEpochDay());
    out.writeUTF(each.line().level().name());
    out.writeInt(each.line().line());
    out.writeInt(each.line().rest());
    out.writeBoolean(each.each().isPresent());
    text(each.each().orElse(""), out);
    out.writeLong(each.cases());
    out.writeLong(each.holding());
    out.writeLong(each.indeterminate());
    out.writeLong(each.open());
    out.writeUTF(each.unit().name());
    for (Optional<Exact> value : List.of(each.figure(), each.low(), each.high(), each.down())) {
      out.writeBoolean(value.isPresent());
      if (value.isPresent()) {
        bytes(value.get().numerator().toByteArray(), out);
        bytes(value.get().denominator().toByteArray(), out);
      }
    }
  }

  private static Measurement measurement(DataInputStream in) throws IOException {
    String metric = text(in);
    ReportingPeriod period =
        new ReportingPeriod(
            text(in), LocalDate.ofEpochDay(in.readLong()), LocalDate.ofEpochDay(in.readLong()));
    LineId line = new LineId(LineId.LevelKind.valueOf(in.readUTF()), in.readInt(), in.readInt());
    boolean isEach = in.readBoolean();
    String value = text(in);
    return new Measurement(
        metric,
        period,
        line,
        isEach ? Optional.of(value) : Optional.empty(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        FigureUnit.valueOf(in.readUTF()),
        exact(in),
        exact(in),
        exact(in),
        exact(in));
  }

  private static Optional<Exact> exact(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? Optional.of(new Exact(new BigInteger(bytes(in)), new BigInteger(bytes(in))))
        : Optional.empty();
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    bytes(text.getBytes(StandardCharsets.UTF_8), out);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(Math.max(0, length));
    if (bytes.length != length) {
      throw new EOFException();
    }
    return bytes;
  }

  // ---- numbers in order ----

  static void numbers(Longs numbers, DataOutputStream out) throws IOException {
    out.writeInt(numbers.size());
    long before = 0;
    for (int i = 0; i < numbers.size(); i++) {
      long value = numbers.at(i);
      if (i == 0) {
        out.writeLong(value);
      } else {
        more(value - before, out);
      }
      before = value;
    }
  }

  static Longs numbers(DataInputStream in) throws IOException {
    Longs numbers = new Longs();
    int size = in.readInt();
    long value = 0;
    for (int i = 0; i < size; i++) {
      value = i == 0 ? in.readLong() : value + more(in);
      numbers.add(value);
    }
    return numbers;
  }

  private static void more(long number, DataOutputStream out) throws IOException {
    long left = number;
    while ((left & ~(long) LOW) != 0) {
      out.write((int) (left & LOW | MORE));
      left >>>= SEVEN;
    }
    out.write((int) left);
  }

  private static long more(DataInputStream in) throws IOException {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += SEVEN) {
      int next = in.readUnsignedByte();
      number |= (long) (next & LOW) << shift;
      if ((next & MORE) == 0) {
        return number;
      }
    }
    throw new IOException("a number without end");
  }
}
