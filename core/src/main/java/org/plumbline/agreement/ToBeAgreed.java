package org.plumbline.agreement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A value of a draft that is not agreed yet (language.md 3.3).
 *
 * @param owedBy the role that owes it, {@code party/role}
 * @param until by when, the day included
 * @param basis on what it will rest
 */
public record ToBeAgreed(String owedBy, Optional<LocalDate> until, Optional<String> basis) {}
