package tour;

import client.ApiClient;
import client.ApiException;
import client.api.AdministrationApi;
import client.api.MySecondFactorApi;
import client.api.RecoveryApi;
import client.api.ServicesApi;
import client.model.AcknowledgementRequest;
import client.model.BackupCodesView;
import client.model.ConfirmationRequest;
import client.model.ConfirmationView;
import client.model.EnrolmentRequest;
import client.model.LinkToken;
import client.model.Problem;
import client.model.RecoveryLinkRequest;
import client.model.RedemptionRequest;
import client.model.SecondFactorMethod;
import client.model.SecondFactorStatus;
import client.model.UserVerificationRequest;
import client.model.VerificationView;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** The README's tour with a client that OpenAPI Generator made. Here it is Eve of the clinic who loses her phone. */
public final class Tour {
    private static final String LIFERING = System.getenv().getOrDefault("LIFERING", "http://localhost:8080");
    private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final MySecondFactorApi eve = new MySecondFactorApi(as("eve"));
    private final RecoveryApi recovery = new RecoveryApi(as("eve"));
    private final AdministrationApi cleo = new AdministrationApi(as("cleo"));
    private final AdministrationApi rita = new AdministrationApi(as("rita"));
    private final ServicesApi service = new ServicesApi(as("login-service"));
    private String secret = "";

    private Tour() throws Exception {}

    public static void main(String[] arguments) throws Exception {
        var tour = new Tour();
        BackupCodesView codes = tour.setUp();
        tour.signIn(codes);
        tour.sendLink();
        tour.recover();
        System.out.println("the tour is done");
    }

    /** She enrols and says that she has saved her codes. */
    private BackupCodesView setUp() throws Exception {
        same(SecondFactorStatus.NOT_ENROLLED, eve.getMySecondFactor().getStatus());
        ConfirmationView confirmed = enrol(new EnrolmentRequest().label("Phone"));
        same(SecondFactorStatus.NOT_ENROLLED, confirmed.getStatus());
        BackupCodesView codes = confirmed.getBackupCodes();
        same(SecondFactorStatus.ENABLED, acknowledge(codes));
        return codes;
    }

    /** The login service verifies codes; a wrong one is refused, a backup code works once. */
    private void signIn(BackupCodesView codes) throws Exception {
        String code = Totp.code(secret, 1);
        VerificationView verified =
                verify(new UserVerificationRequest().code(code).audience("shop").nonce("n-1"));
        same(SecondFactorMethod.TOTP, verified.getMethod());
        same(3, verified.getAssertion().split("\\.").length);
        same(4, refused("code-rejected", () -> verify(code(code))).getAttemptsRemaining());
        String backup = codes.getCodes().get(0);
        same(9, verify(code(backup)).getBackupCodesRemaining());
        refused("code-rejected", () -> verify(code(backup)));
        refused("code-malformed", () -> verify(code("AAAAA-AAAAA-AAAAB")));
        refused("second-factor-required", () -> eve.startEnrolment(null, new EnrolmentRequest()));
    }

    /** A reseller is refused; an administrator has a link mailed. */
    private void sendLink() throws Exception {
        var listed = rita.listUsers("clinic", null, null, "eve", null).getItems().get(0);
        same("reseller-cannot-reset", listed.getRecovery().getReason());
        refused("reseller-cannot-reset", () -> rita.sendRecoveryLink("clinic", "eve", null, null));
        var reason = new RecoveryLinkRequest().reason("Lost phone, recognised on a call");
        same("e***@clinic.example", cleo.sendRecoveryLink("clinic", "eve", null, reason).getSentTo());
    }

    /** She redeems it, saves the new codes and sets up her new phone. */
    private void recover() throws Exception {
        String token = mailed("eve@clinic.example", "Your recovery link");
        same("sent", recovery.inspectRecoveryLink(new LinkToken().token(token)).getState().getValue());
        var redeemed = recovery.redeemRecoveryLink(new RedemptionRequest().token(token), null);
        refused("code-rejected", () -> verify(code(Totp.code(secret, 1))));
        same(SecondFactorStatus.BACKUP_CODES_ONLY, acknowledge(redeemed.getBackupCodes()));
        String code = redeemed.getBackupCodes().getCodes().get(0);
        same(true, verify(code(code)).getReenrolmentRequired());
        var enrolment = new EnrolmentRequest().label("New phone").recoverySession(redeemed.getRecoverySession());
        same(SecondFactorStatus.ENABLED, enrol(enrolment).getStatus());
    }

    private ConfirmationView enrol(EnrolmentRequest request) throws Exception {
        var enrolment = eve.startEnrolment(null, request);
        secret = enrolment.getSecret();
        var confirmation = new ConfirmationRequest().code(Totp.code(secret, 0));
        return eve.confirmEnrolment(enrolment.getId(), confirmation, null);
    }

    private SecondFactorStatus acknowledge(BackupCodesView codes) throws ApiException {
        return eve.acknowledgeBackupCodes(codes.getSetId(), null, new AcknowledgementRequest())
                .getStatus();
    }

    private VerificationView verify(UserVerificationRequest request) throws ApiException {
        return service.verifyUserCode("eve", request, null);
    }

    private static UserVerificationRequest code(String code) {
        return new UserVerificationRequest().code(code);
    }

    private static ApiClient as(String persona) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(LIFERING + "/demo/tokens"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"persona\": \"" + persona + "\"}"))
                .build();
        String token = JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body())
                .get("token")
                .asText();
        var client = new ApiClient();
        client.updateBaseUri(LIFERING);
        client.setRequestInterceptor(call -> call.header("Authorization", "Bearer " + token));
        return client;
    }

    private static String mailed(String to, String subject) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(LIFERING + "/demo/mails?to=" + to)).build();
        var link = Pattern.compile("#token=([\\w-]+)");
        for (int attempt = 0; attempt < 240; attempt++) {
            for (JsonNode mail : JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body())) {
                var found = link.matcher(mail.get("text").asText());
                if (mail.get("subject").asText().equals(subject) && found.find()) {
                    return found.group(1);
                }
            }
            Thread.sleep(250);
        }
        throw new AssertionError("no mail to " + to);
    }

    private interface Call {
        Object make() throws Exception;
    }

    private static Problem refused(String name, Call call) throws Exception {
        try {
            throw new AssertionError("not refused: " + call.make());
        } catch (ApiException refusal) {
            var problem = JSON.readValue(refusal.getResponseBody(), Problem.class);
            same("urn:lifering:problem:" + name, problem.getType().toString());
            return problem;
        }
    }

    private static void same(Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new AssertionError("expected " + expected + " but found " + found);
        }
    }
}
