package org.sangyu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("程序自己去连的地址")
class OutboundAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sms.example.invalid/send",
                "https://10.1.2.3/send",
                "https://192.168.7.8:8443/send?app=1",
                "http://127.0.0.1:8080/send",
                "http://localhost/send",
                "http://[::1]:9000/",
                "https://169.253.255.255/",
                "https://169.255.0.0/"
            })
    @DisplayName("https 的、本机的、政务内网的可以")
    void whatMayBeCalled(String address) {
        assertThat(OutboundAddress.of(address, "setting")).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sms",
                "http://sms.example.invalid/send",
                "http://10.1.2.3/send",
                "http://127.0.0.1.example.invalid/",
                "http://localhost@evil.example.invalid/",
                "https://user:word@sms.example.invalid/",
                "https://user@sms.example.invalid/",
                "https://sms.example.invalid/#part",
                "https:///send",
                "ftp://127.0.0.1/",
                "file:///etc/passwd",
                "jar:https://sms.example.invalid/a.jar!/",
                "https://169.254.0.0/",
                "https://169.254.169.254/latest/meta-data/",
                "https://169.254.255.255/",
                "https://[fe80::1]/",
                "https://[fd00:ec2::254]/",
                "https://[::ffff:169.254.169.254]/",
                "https://100.100.100.200/latest/meta-data/",
                "https://0.0.0.0/",
                "https://[::]/",
                "https://224.0.0.1/",
                "https://2852039166/",
                "https://exa mple/"
            })
    @DisplayName("明文的、带口令的、链路本地的、云主机元数据的、改了写法的，都不连")
    void whatIsNeverCalled(String address) {
        assertThatThrownBy(() -> OutboundAddress.of(address, "sangyu.some.url"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sangyu.some.url");
    }
}
