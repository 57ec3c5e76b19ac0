package dev.lifering.webhook.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Which addresses are outside: the first and the last of each block that is not, and their neighbours. */
class TargetAddressTest {

    @ParameterizedTest
    @CsvFileSource(resources = "target-addresses.csv", numLinesToSkip = 1)
    void onlyAddressesOutsideArePublic(String address, boolean outside, String why) throws UnknownHostException {
        assertEquals(outside, TargetAddress.isPublic(InetAddress.getByName(address)), why);
    }

    /** The JDK makes addresses of IPv4 of those that come as text; a resolver may hand them on as they are. */
    @Test
    void mappedAddressesAreInsideWhateverTheyCarry() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xFF;
        mapped[11] = (byte) 0xFF;
        mapped[12] = 8;
        mapped[13] = 8;
        mapped[14] = 8;
        mapped[15] = 8;
        assertEquals(false, TargetAddress.isPublic(Inet6Address.getByAddress("", mapped, -1)));
    }

    @Test
    void oneAddressInsideMakesTheWholeRouteOne() throws UnknownHostException {
        InetAddress outside = InetAddress.getByName("8.8.8.8");
        InetAddress inside = InetAddress.getByName("10.0.0.1");
        URI url = URI.create("https://crm.example.com/hook");
        assertEquals(true, new Route(url, List.of(outside)).isPublic());
        assertEquals(false, new Route(url, List.of(outside, inside)).isPublic());
    }
}
