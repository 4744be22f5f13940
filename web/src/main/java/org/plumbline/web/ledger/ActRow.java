package org.plumbline.web.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.remedy.Decision;

/**
 * What a party did about something that follows, on a page or by a program.
 *
 * @param posting the id of what follows
 * @param role in which it was done
 */
public record ActRow(
    UUID id,
    UUID organization,
    String organizationName,
    String posting,
    Decision.Act act,
    Optional<String> note,
    String role,
    String doneBy,
    Instant doneAt) {}
