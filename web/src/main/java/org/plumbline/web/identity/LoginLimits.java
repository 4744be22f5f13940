package org.plumbline.web.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often one address may fail to log in: 30 times in five minutes, whatever the account. */
final class LoginLimits {

  private static final int FAILURES = 30;
  private static final Duration WITHIN = Duration.ofMinutes(5);
  private static final int ADDRESSES = 10_000;

  private final Map<String, Deque<Instant>> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > ADDRESSES;
        }
      };

  synchronized boolean isSpent(String address, Instant now) {
    Deque<Instant> of = failures.getOrDefault(address, new ArrayDeque<>());
    while (!of.isEmpty() && of.peekFirst().isBefore(now.minus(WITHIN))) {
      of.removeFirst();
    }
    return of.size() >= FAILURES;
  }

  synchronized void failed(String address, Instant now) {
    failures.computeIfAbsent(address, each -> new ArrayDeque<>()).addLast(now);
  }
}
