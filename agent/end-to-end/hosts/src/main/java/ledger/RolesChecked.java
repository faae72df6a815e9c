package ledger;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Only the clerk may call it; asked when the transaction has begun. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@interface RolesChecked {}
