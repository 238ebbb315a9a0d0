from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import Model, OpenStrEnum


class KakaotalkTemplateCategoryEnglishNamesEnum(OpenStrEnum):
    """English name."""

    BUSINESS_NOTIFICATION = "Business notification"
    COUPON_POINTS = "Coupon/Points"
    CUSTOMER_SERVICE = "Customer service"
    LEGAL_NOTIFICATION = "Legal notification"
    MEMBERSHIP = "Membership"
    OTHERS = "Others"
    PURCHASE = "Purchase"
    REPORTS = "Reports"
    RESERVATION = "Reservation"
    SHIPPING = "Shipping"
    UNRECOGNIZED = "UNRECOGNIZED"


class KakaotalkTemplateCategoryNamesEnum(OpenStrEnum):
    """Name."""

    UNRECOGNIZED = "UNRECOGNIZED"
    구매 = "구매"
    기타 = "기타"
    리포팅 = "리포팅"
    배송 = "배송"
    법적고지 = "법적고지"
    서비스이용 = "서비스이용"
    업무알림 = "업무알림"
    예약 = "예약"
    쿠폰_포인트 = "쿠폰/포인트"
    회원 = "회원"


class KakaotalkTemplateSubcategoryEnglishNamesEnum(OpenStrEnum):
    """English name."""

    APPLICATION_RECEPTION = "Application reception"
    AUTHENTICATION_PASSWORD_LOGIN = "Authentication/Password/Login"
    BILLING = "Billing"
    CHANGE_OF_TERMS_AND_CONDITIONS = "Change of terms and conditions"
    COMPLETED_RESERVATIONS_RESERVATION_HISTORY = "Completed reservations/Reservation history"
    CONSENT_OF_RECEPTION = "Consent of reception"
    CONTRACT_QUOTE = "Contract/Quote"
    COUPON_ISSUANCE = "Coupon issuance"
    DORMANT_ACCOUNT_RELATED = "Dormant account related"
    EARN_POINTS = "Earn points"
    FAILED_SHIPMENT = "Failed shipment"
    FEEDBACK_REQUEST = "Feedback request"
    FEEDBACK = "Feedback"
    GREETING_MESSAGE_ORDER_CONFIRMATION = "Greeting message/Order confirmation"
    INFORMATION_COUPON_POINTS = "Information coupon/Points"
    INFORMATION_NOTIFICATION = "Information/Notification"
    INTERNAL_BUSINESS_NOTIFICATION = "Internal business notification"
    JOIN_MEMBERSHIP = "Join membership"
    MEMBERSHIP_INFORMATION_MEMBER_SHIP_BENEFITS = "Membership information/Member ship benefits"
    NEWSLETTER = "Newsletter"
    NOTIFICATION_FOR_COUPON_USE = "Notification for coupon use"
    NOTIFICATION_FOR_TREATED_DEMANDS = "Notification for treated demands"
    NOTIFICATION_REMINDER = "Notification/Reminder"
    ORDER_RESERVATION = "Order/Reservation"
    OTHERS = "Others"
    PRE_ORDER_STOCK_ALERTS = "Pre-order/Stock alerts"
    PRIVACY = "Privacy"
    PRODUCT_SUBSCRIPTION = "Product subscription"
    PURCHASE_CANCELLATION = "Purchase cancellation"
    PURCHASE_COMPLETED = "Purchase completed"
    PURCHASE_STATUS = "Purchase status"
    REMINDER_MESSAGE = "Reminder message"
    RESERVATION_CANCELLATION = "Reservation cancellation"
    RESERVATION_STATUS = "Reservation status"
    SAFETY_DAMAGE_PREVENTION = "Safety/Damage prevention"
    SHIPPING_COMPLETED = "Shipping completed"
    SHIPPING_ESTIMATION = "Shipping estimation"
    SHIPPING_STATUS = "Shipping status"
    TOOLS_FOR_USE = "Tools for use"
    TRANSACTION_NOTIFICATION = "Transaction notification"
    UNRECOGNIZED = "UNRECOGNIZED"
    USE_OF_POINTS = "Use of points"
    VISITING_SERVICE = "Visiting service"


class KakaotalkTemplateSubcategoryNamesEnum(OpenStrEnum):
    """Name."""

    UNRECOGNIZED = "UNRECOGNIZED"
    개인정보 = "개인정보"
    거래알림 = "거래알림"
    계약_견적 = "계약/견적"
    구매감사_이용확인 = "구매감사/이용확인"
    구매예약_입고알림 = "구매예약/입고알림"
    구매완료 = "구매완료"
    구매취소 = "구매취소"
    기타 = "기타"
    내부_업무_알림 = "내부 업무 알림"
    뉴스레터 = "뉴스레터"
    리마인드 = "리마인드"
    방문서비스 = "방문서비스"
    배송상태 = "배송상태"
    배송실패 = "배송실패"
    배송예정 = "배송예정"
    배송완료 = "배송완료"
    상품가입 = "상품가입"
    수신동의 = "수신동의"
    신청접수 = "신청접수"
    안전_피해예방 = "안전/피해예방"
    약관변경 = "약관변경"
    예약상태 = "예약상태"
    예약알림_리마인드 = "예약알림/리마인드"
    예약완료_예약내역 = "예약완료/예약내역"
    예약취소 = "예약취소"
    요금청구 = "요금청구"
    이용도구 = "이용도구"
    이용안내_공지 = "이용안내/공지"
    인증_비밀번호_로그인 = "인증/비밀번호/로그인"
    주문_예약 = "주문/예약"
    진행상태 = "진행상태"
    처리완료 = "처리완료"
    쿠폰_포인트안내 = "쿠폰/포인트안내"
    쿠폰발급 = "쿠폰발급"
    쿠폰사용 = "쿠폰사용"
    포인트사용 = "포인트사용"
    포인트적립 = "포인트적립"
    피드백_요청 = "피드백 요청"
    피드백 = "피드백"
    회원가입 = "회원가입"
    회원정보_회원혜택 = "회원정보/회원혜택"
    휴면_관련 = "휴면 관련"


class KakaotalkSenderCategoryDto(Model):
    code: Annotated[str, Field(max_length=4, min_length=3)]
    """Code of the category."""
    depth: Annotated[float, Field(ge=1, le=3)]
    """Level in the tree."""
    name: str
    """Korean."""
    parent_code: Annotated[str, Field(alias="parentCode", max_length=4, min_length=0)]
    """Empty at the top level."""
    subcategories: list[KakaotalkSenderCategoryDto]
    """Categories one level down."""


class KakaotalkSenderCategoryListDto(Model):
    categories: list[KakaotalkSenderCategoryDto]
    """Categories."""


class KakaotalkTemplateCategoryDto(Model):
    name: KakaotalkTemplateCategoryNamesEnum | str
    """Name."""
    name_english: Annotated[KakaotalkTemplateCategoryEnglishNamesEnum | str, Field(alias="nameEnglish")]
    """English name."""
    subcategories: list[KakaotalkTemplateSubcategoryDto]
    """Categories one level down."""


class KakaotalkTemplateCategoryListDto(Model):
    categories: list[KakaotalkTemplateCategoryDto]
    """Categories."""
    next_page_token: Annotated[str | None, Field(alias="nextPageToken")] = None
    """Cursor of the page after this one."""
    page_size: Annotated[float, Field(alias="pageSize")]
    """Page size that was asked for."""
    previous_page_token: Annotated[str | None, Field(alias="previousPageToken")] = None
    """Cursor of the page before this one."""
    total_size: Annotated[float, Field(alias="totalSize")]
    """How many entries match in all."""


class KakaotalkTemplateSubcategoryDto(Model):
    code: str
    """Six digits; the value for categoryCode."""
    exclusion: str
    """May be empty."""
    group_name: Annotated[str, Field(alias="groupName")]
    """Name of the group."""
    inclusion: str
    """What belongs in the category."""
    name: KakaotalkTemplateSubcategoryNamesEnum | str
    """Name."""
    name_english: Annotated[KakaotalkTemplateSubcategoryEnglishNamesEnum | str, Field(alias="nameEnglish")]
    """English name."""
