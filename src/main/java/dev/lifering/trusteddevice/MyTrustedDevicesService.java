package dev.lifering.trusteddevice;

import dev.lifering.audit.Doer;
import dev.lifering.directory.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** A user looks after his trusted devices. Less trust weakens nothing, so it takes no code. */
@ApplicationScoped
class MyTrustedDevicesService {
    private final TrustedDevices devices;
    private final InstantSource clock;

    MyTrustedDevicesService(TrustedDevices devices, InstantSource clock) {
        this.devices = devices;
        this.clock = clock;
    }

    @Transactional
    List<TrustedDeviceView> list(Person person) {
        return devices.of(person, clock.instant());
    }

    @Transactional
    void revoke(Person person, UUID id) {
        devices.revoke(person, id, Doer.self(person), clock.instant());
    }

    @Transactional
    void revokeAll(Person person) {
        devices.revokeAll(person, Doer.self(person), clock.instant());
    }
}
