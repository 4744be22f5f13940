package org.plumbline.evaluate;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A row of {@code register/deliveries}.
 *
 * @param set id of the record set that is delivered
 * @param period name of the period that it is for
 * @param delivered the day on which it came
 */
public record SetDelivery(String set, String period, Optional<LocalDate> delivered) {}
