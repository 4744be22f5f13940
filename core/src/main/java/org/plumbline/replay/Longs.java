package org.plumbline.replay;

import java.util.Arrays;

/** Numbers that are collected, then sorted once, then asked how many are not above a number. */
final class Longs {

  private long[] values = new long[16];
  private int size;
  private boolean sorted = true;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(16, size * 2));
    }
    sorted = size == 0 || sorted && values[size - 1] <= value;
    values[size++] = value;
  }

  /** How many there are. */
  int size() {
    return size;
  }

  /** How many are at most this. */
  int atMost(long value) {
    if (!sorted) {
      sort();
    }
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The value at a position, in order. */
  long at(int position) {
    if (!sorted) {
      sort();
    }
    return values[position];
  }

  private void sort() {
    values = Arrays.copyOf(values, Math.max(1, size));
    Arrays.sort(values, 0, size);
    sorted = true;
  }
}
