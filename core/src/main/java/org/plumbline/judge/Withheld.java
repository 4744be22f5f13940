package org.plumbline.judge;

/**
 * What a result is instead of what its figures say.
 *
 * @param reason why, without a full stop
 */
record Withheld(Status status, String reason) {}
