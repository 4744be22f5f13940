package org.plumbline.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.plumbline.calendar.Segment;

/** Working time as it is read from slots, beside the sum of what is open before an instant. */
class SlotSegmentsTest {

  private static final long WIDTH = 30;
  private static final long FIRST = 2;
  private static final int SLOTS = 8;

  @Test
  void slotsThatAreOpenOrClosedThroughoutGiveWorkingTimeByOneProduct() {
    // The first is open where the table begins, two touch, the last goes on beyond the end.
    List<Segment> segments =
        List.of(
            new Segment(30, 90),
            new Segment(120, 150),
            new Segment(150, 180),
            new Segment(270, 330));
    SlotSegments slots = new SlotSegments(segments, FIRST, SLOTS, WIDTH);
    instants()
        .forEach(
            instant -> {
              int slot = slotOf(instant);
              long open = slots.isOpen(slot) ? 1 : 0;
              assertThat(slots.at(slot) + open * instant)
                  .as("at %s", instant)
                  .isEqualTo(before(segments, instant));
            });
  }

  @Test
  void slotsThatAreCutGiveItByWhatIsOpenWithin() {
    List<Segment> segments =
        List.of(new Segment(65, 100), new Segment(125, 149), new Segment(161, 300));
    SlotSegments slots = new SlotSegments(segments, FIRST, SLOTS, WIDTH);
    assertThat(slots.most()).isEqualTo(1);
    instants()
        .forEach(
            instant -> {
              int slot = slotOf(instant);
              long[] within = slots.offsetAndEnd(slot, 0);
              assertThat(Math.max(slots.before(slot), Math.min(instant - within[0], within[1])))
                  .as("at %s", instant)
                  .isEqualTo(before(segments, instant));
            });
  }

  private static LongStream instants() {
    return LongStream.range(FIRST * WIDTH, (FIRST + SLOTS) * WIDTH);
  }

  private static int slotOf(long instant) {
    return (int) (instant / WIDTH - FIRST);
  }

  private static long before(List<Segment> segments, long instant) {
    return segments.stream()
        .mapToLong(each -> Math.max(0, Math.min(instant, each.endMicros()) - each.startMicros()))
        .sum();
  }
}
