package org.plumbline.web.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To which addresses webhooks go. */
class NetworksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "ff02::1",
        "2001:db8::1",
        "2002:a00:1::",
        "198.18.0.1"
      })
  void notToAddressesThatOnlyTheServerReaches(String literal) throws UnknownHostException {
    assertThat(Networks.publicOnly().reaches(InetAddress.getByName(literal))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "192.0.1.1", "2606:4700::1111", "100.128.0.1"})
  void toPublicOnes(String literal) throws UnknownHostException {
    assertThat(Networks.publicOnly().reaches(InetAddress.getByName(literal))).isTrue();
  }

  @Test
  void toNetworksThatWereNamedAndNoOthers() throws UnknownHostException {
    Networks named =
        Networks.from(Map.of("PLUMBLINE_WEBHOOK_NETWORKS", "10.20.0.0/15, fd00:1::/32"));

    assertThat(named.reaches(InetAddress.getByName("10.21.3.4"))).isTrue();
    assertThat(named.reaches(InetAddress.getByName("10.22.3.4"))).isFalse();
    assertThat(named.reaches(InetAddress.getByName("fd00:1::9"))).isTrue();
    assertThat(named.reaches(InetAddress.getByName("127.0.0.1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0", "localhost/8", "10.0.0.0/33", "10.0.0/8/9", "x"})
  void whatIsNoNetworkIsRefused(String said) {
    assertThatThrownBy(() -> Networks.from(Map.of("PLUMBLINE_WEBHOOK_NETWORKS", said)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
