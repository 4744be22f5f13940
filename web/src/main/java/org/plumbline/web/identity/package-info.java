/**
 * Who somebody is and what they may: accounts, links, tokens, the dated roster, authority as party
 * × role × agreement. Start at {@link org.plumbline.web.identity.Viewer} and {@link
 * org.plumbline.web.identity.Authority}.
 */
@NullMarked
package org.plumbline.web.identity;

import org.jspecify.annotations.NullMarked;
